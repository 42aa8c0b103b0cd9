metadata description = 'One Cosmos DB account with its database and containers. No key opens it: the app has a role for its data, and none for its shape.'

param name string
param location string
param databaseName string
@description('As in api/storage/cosmosContainers.ts; a test holds them together.')
param containers array
@description('With autoscale: the most RU/s, by container; others share 1,000 each.')
param maxThroughput object
@allowed(['serverless', 'autoscale'])
param capacity string
param zoneRedundant bool
@allowed(['Continuous7Days', 'Continuous30Days'])
param backupTier string
param appPrincipalId string
param workspaceId string
param tags object

@description('Cosmos DB Built-in Data Contributor: reads and writes items, and changes no container.')
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: capacity == 'serverless' ? [{ name: 'EnableServerless' }] : []
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    // One region takes the writes: two people must never write over one etag in two places.
    enableMultipleWriteLocations: false
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: zoneRedundant }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: backupTier } }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: 'Enabled'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: { resource: { id: databaseName } }
}

resource kept 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for container in containers: {
    parent: database
    name: container.id
    properties: {
      resource: container
      options: capacity == 'serverless'
        ? {}
        : { autoscaleSettings: { maxThroughput: maxThroughput[?container.id] ?? 1000 } }
    }
  }
]

resource writes 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, appPrincipalId, dataContributor)
  properties: {
    principalId: appPrincipalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    scope: '${account.id}/dbs/${database.name}'
  }
}

resource record 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'record'
  scope: account
  properties: {
    workspaceId: workspaceId
    // Who changed the account; not what was asked of its data, which names documents.
    logs: [{ category: 'ControlPlaneRequests', enabled: true }]
    metrics: [{ category: 'Requests', enabled: true }]
  }
}

output endpoint string = account.properties.documentEndpoint
