/** How the copy calls what became of a request to share something. */
export const STATES = {
  open: 'ledger.state.open',
  lapsed: 'ledger.state.lapsed',
  withdrawn: 'ledger.state.withdrawn',
  refused: 'ledger.state.refused',
  allowed: 'ledger.state.allowed',
  revoked: 'ledger.state.revoked',
} as const;
