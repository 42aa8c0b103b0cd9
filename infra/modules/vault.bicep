metadata description = 'The outermost key. The app may wrap and unwrap with it, one owner may replace it, nobody may take it out.'

param name string
param location string
param appPrincipalId string
param ownerPrincipalId string
param ownerPrincipalType string
@description('Where the record of every use goes that nobody can change.')
param auditStorageAccountId string
param workspaceId string
param tags object

@description('Key Vault Crypto Service Encryption User: read, wrap, unwrap ("Azure built-in roles for Key Vault").')
var wrapRole = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
@description('Key Vault Crypto Officer: makes new versions. It could unwrap too, and has no role where content or keys lie.')
var officerRole = '14b46e9e-c2b7-41b4-b07b-48a6ebf60603'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Without the key nothing can be read, ever, by anybody.
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: 'Enabled'
  }
}

resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: 'rapport-outermost'
  properties: {
    kty: 'RSA'
    // 4,000 uses in ten seconds; longer keys give a quarter of that or less (docs/scale.md).
    keySize: 2048
    keyOps: ['wrapKey', 'unwrapKey']
    attributes: { enabled: true, exportable: false }
  }
}

resource wraps 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(key.id, appPrincipalId, wrapRole)
  // This one key, not the vault.
  scope: key
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', wrapRole)
  }
}

resource owns 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, ownerPrincipalId, officerRole)
  scope: vault
  properties: {
    principalId: ownerPrincipalId
    principalType: ownerPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', officerRole)
  }
}

resource record 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'record'
  scope: vault
  properties: {
    storageAccountId: auditStorageAccountId
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output keyId string = '${vault.properties.vaultUri}keys/${key.name}'
