metadata description = 'Serves the tab. Its headers are in staticwebapp.config.json, which the build writes.'

param name string
param location string
param tags object

resource site 'Microsoft.Web/staticSites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard', tier: 'Standard' }
  properties: {
    allowConfigFileUpdates: true
    // Previews would be other origins, which nobody signs in to.
    stagingEnvironmentPolicy: 'Disabled'
    publicNetworkAccess: 'Enabled'
  }
}

output id string = site.id
output name string = site.name
output domain string = site.properties.defaultHostname
