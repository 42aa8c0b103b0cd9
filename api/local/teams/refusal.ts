/** Teams would not let this person do that. */
export class TeamsRefusal extends Error {
  override readonly name = 'TeamsRefusal';
  constructor(readonly reason: 'unknownPerson' | 'unknownMeeting' | 'notInChat') {
    super(reason);
  }
}
