metadata description = 'Tells open panels that something is newer; never what.'

param name string
param location string
param units int
param appPrincipalId string
param workspaceId string
param tags object

@description('Web PubSub Service Owner ("Azure built-in roles").')
var ownerRole = '12cf5a90-567b-43ae-8102-96cf46c7d9b4'

resource push 'Microsoft.SignalRService/webPubSub@2024-03-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard_S1', tier: 'Standard', capacity: units }
  properties: {
    disableLocalAuth: true
    disableAadAuth: false
    publicNetworkAccess: 'Enabled'
    tls: { clientCertEnabled: false }
    // What it would log of a message names the person it went to.
    liveTraceConfiguration: { enabled: 'false', categories: [] }
  }
}

resource hub 'Microsoft.SignalRService/webPubSub/hubs@2024-03-01' = {
  parent: push
  name: 'rapport'
  properties: { anonymousConnectPolicy: 'deny', eventHandlers: [] }
}

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(push.id, appPrincipalId, ownerRole)
  scope: push
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ownerRole)
  }
}

resource record 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'record'
  scope: push
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output endpoint string = 'https://${push.properties.hostName}'
output domain string = push.properties.hostName
