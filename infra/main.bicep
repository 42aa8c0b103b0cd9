metadata description = 'Everything that Rapport needs in one resource group. No secret is in it, and none comes out of it.'

@description('Short name of this environment: part of every name, such as "prod".')
@minLength(2)
@maxLength(8)
param environmentName string

@description('Where everything lies. One region takes the writes (docs/storage.md).')
param location string = resourceGroup().location

@description('Where the tab is served from: nothing is stored there, and Static Web Apps is offered in these regions only.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param siteLocation string = 'westeurope'

@description('Client id of the Entra app that Rapport signs in with.')
param entraClientId string

@description('Id of the Teams app, as in the app package.')
param teamsAppId string

@description('The id that the organisation\'s catalogue gave it, which links to an app from there need ("Deep link to an application"); empty until it is there.')
param teamsCatalogueAppId string = ''

@description('Tenants whose people may sign in.')
param allowedTenants string[] = [tenant().tenantId]

@description('Object id of the person or group that owns the outermost key. It should not be who runs the rest.')
param keyOwnerPrincipalId string

@allowed(['User', 'Group'])
param keyOwnerPrincipalType string = 'Group'

@description('Cosmos DB: serverless up to some ten thousand pairs; autoscale above (docs/scale.md).')
@allowed(['serverless', 'autoscale'])
param cosmosCapacity string = 'serverless'

@description('With autoscale: the most RU/s that each container of content may use, a multiple of 1,000.')
@minValue(1000)
param seriesMaxThroughput int = 6000

@minValue(1000)
param peopleMaxThroughput int = 2000

@minValue(1000)
param keysMaxThroughput int = 1000

@description('Keeps Cosmos DB going through the loss of a zone. Can only be chosen when an account is made.')
param zoneRedundant bool = false

@description('Sockets at once: 1,000 a unit, in the sizes that Standard comes in. 0: no push, the app asks by itself.')
@allowed([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
param webPubSubUnits int = 1

@description('Most instances of the api at once (docs/scale.md).')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Where organisations enter their own support (medical plan, counselling, where to turn): JSON, see README.')
param supportResources string = ''

@description('Days for which nobody can change or delete the record of who unwrapped keys.')
@minValue(30)
@maxValue(3650)
param auditDays int = 365

@description('True locks it for good. Not at first: no policy begins locked (docs/deploy.md).')
param auditLocked bool = false

@description('The Storage account for that record, where it lies with other people; empty: one is made here.')
param auditStorageAccountId string = ''

param tags object = {}

var token = toLower(uniqueString(resourceGroup().id, environmentName))
var suffix = '${environmentName}-${token}'
var allTags = union({ app: 'rapport', environment: environmentName }, tags)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-rapport-${suffix}'
    location: location
    tags: allTags
  }
}

module audit 'modules/audit.bicep' = if (empty(auditStorageAccountId)) {
  name: 'audit'
  params: {
    name: take('au${replace(environmentName, '-', '')}${token}', 24)
    location: location
    days: auditDays
    locked: auditLocked
    tags: allTags
  }
}

module insights 'modules/insights.bicep' = {
  name: 'insights'
  params: {
    name: 'rapport-${suffix}'
    location: location
    publisherPrincipalId: identity.outputs.principalId
    tags: allTags
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('kv-${environmentName}-${token}', 24)
    location: location
    appPrincipalId: identity.outputs.principalId
    ownerPrincipalId: keyOwnerPrincipalId
    ownerPrincipalType: keyOwnerPrincipalType
    auditStorageAccountId: empty(auditStorageAccountId) ? audit!.outputs.id : auditStorageAccountId
    workspaceId: insights.outputs.workspaceId
    tags: allTags
  }
}

var containers = loadJsonContent('containers.json')

module content 'modules/cosmos.bicep' = {
  name: 'content'
  params: {
    name: 'cosmos-rapport-${suffix}'
    location: location
    databaseName: 'rapport'
    containers: containers.content
    maxThroughput: { series: seriesMaxThroughput, people: peopleMaxThroughput }
    capacity: cosmosCapacity
    zoneRedundant: zoneRedundant
    backupTier: 'Continuous30Days'
    appPrincipalId: identity.outputs.principalId
    workspaceId: insights.outputs.workspaceId
    tags: allTags
  }
}

module keys 'modules/cosmos.bicep' = {
  name: 'keys'
  params: {
    name: 'cosmos-keys-${suffix}'
    location: location
    databaseName: 'rapport-keys'
    containers: containers.keys
    maxThroughput: { keys: keysMaxThroughput }
    capacity: cosmosCapacity
    zoneRedundant: zoneRedundant
    // How long its backup is kept is how long "gone for good" takes (docs/keys.md).
    backupTier: 'Continuous7Days'
    appPrincipalId: identity.outputs.principalId
    workspaceId: insights.outputs.workspaceId
    tags: allTags
  }
}

module push 'modules/pubsub.bicep' = if (webPubSubUnits > 0) {
  name: 'push'
  params: {
    name: 'wps-rapport-${suffix}'
    location: location
    units: webPubSubUnits
    appPrincipalId: identity.outputs.principalId
    workspaceId: insights.outputs.workspaceId
    tags: allTags
  }
}

module site 'modules/site.bicep' = {
  name: 'site'
  params: {
    name: 'stapp-rapport-${suffix}'
    location: siteLocation
    tags: allTags
  }
}

module api 'modules/functions.bicep' = {
  name: 'api'
  params: {
    name: 'func-rapport-${suffix}'
    storageName: take('st${replace(environmentName, '-', '')}${token}', 24)
    location: location
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    identityPrincipalId: identity.outputs.principalId
    maximumInstances: maximumInstances
    workspaceId: insights.outputs.workspaceId
    settings: union(
      {
        AUTH_ISSUER: '${environment().authentication.loginEndpoint}{tid}/v2.0'
        AUTH_JWKS_URI: '${environment().authentication.loginEndpoint}common/discovery/v2.0/keys'
        AUTH_AUDIENCE: entraClientId
        AUTH_TENANTS: join(allowedTenants, ',')
        AUTH_CLIENTS: join(union([entraClientId], loadJsonContent('clients.json').hosts), ',')
        AZURE_CLIENT_ID: identity.outputs.clientId
        COSMOS_ENDPOINT: content.outputs.endpoint
        COSMOS_KEYS_ENDPOINT: keys.outputs.endpoint
        KEY_VAULT_KEY_ID: vault.outputs.keyId
        TAB_ORIGIN: 'https://${site.outputs.domain}'
        TEAMS_APP_ID: empty(teamsCatalogueAppId) ? teamsAppId : teamsCatalogueAppId
        TELEMETRY_CONNECTION_STRING: insights.outputs.connectionString
        APPLICATION_INSIGHTS_NO_STATSBEAT: 'true'
      },
      webPubSubUnits > 0 ? { WEB_PUBSUB_ENDPOINT: push!.outputs.endpoint } : {},
      empty(supportResources) ? {} : { SUPPORT_RESOURCES: supportResources }
    )
    tags: allTags
  }
}

@description('Where the tab is served: the manifest and the Entra app name it.')
output TAB_DOMAIN string = site.outputs.domain
output STATIC_WEB_APP_ID string = site.outputs.id
output STATIC_WEB_APP_NAME string = site.outputs.name
@description('Where the tab asks the api.')
output API_ORIGIN string = 'https://${api.outputs.domain}'
output FUNCTION_APP_ID string = api.outputs.id
output FUNCTION_APP_NAME string = api.outputs.name
@description('Where the tab opens its socket; empty without push.')
output PUSH_ORIGIN string = webPubSubUnits > 0 ? 'wss://${push!.outputs.domain}' : ''
@description('Subject of the federated credential by which the app notifies (docs/deploy.md).')
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
