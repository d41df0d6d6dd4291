/**
 * Something that stops the start and that a person can put right: a port in use, a missing variable, a data folder that another process holds.
 * It is shown as one line without a stack, and the process ends with 1.
 */
export class StartProblem extends Error {
  constructor(message: string) {
    super(message.replace(/\s*\n\s*/g, ' '));
    this.name = 'StartProblem';
  }
}
