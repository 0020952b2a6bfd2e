/** What a command says beside the ticket it is about. */
export type Wish<Command> = Omit<Command, 'target'>;

/** A step by its name, with the body that goes with it. */
export type StepOf<Steps> = {
  [Name in keyof Steps]: { readonly action: Name; readonly body: Steps[Name] };
}[keyof Steps];
