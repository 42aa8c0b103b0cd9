metadata description = 'A record that nobody can change or delete for some time: who unwrapped keys. Better with other people.'

param name string
param location string
@description('For how long.')
param days int
@description('A policy can only begin unlocked, and never goes back.')
param locked bool
param tags object

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      // Azure Monitor writes; whoever reads comes by the portal, as somebody.
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
    immutableStorageWithVersioning: {
      enabled: true
      immutabilityPolicy: {
        // Once it is right: then not even the owner shortens it, and no other state is taken (docs/deploy.md).
        state: locked ? 'Locked' : 'Unlocked'
        immutabilityPeriodSinceCreationInDays: days
        // A log is one blob an hour that is added to.
        allowProtectedAppendWrites: true
      }
    }
  }
}

output id string = account.id
