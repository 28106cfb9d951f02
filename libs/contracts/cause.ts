/** Who asked, in which role and why: the envelope's part of an event that its stream's decision does not need. No personal data: `actor` is an opaque id. */
export interface Cause {
  /** `<role>:<subject>` of the caller, `channel:<name>` of an integrator, `process:<service>` of the product itself. */
  readonly actor: string;
  /** Division and department the actor spoke for. */
  readonly organ?: string;
  /** The id of the event or the key of the request that this follows from. */
  readonly cause?: string;
  /** Who the actor stood in for, where that is somebody else. */
  readonly onBehalfOf?: string;
  /** Why, where the step asks for a reason that is no part of the fact itself. */
  readonly reason?: string;
  /** How many positions of the log were sealed when a channel's call was taken: its receipt carries that checkpoint, and a repetition the same. */
  readonly sealed?: string;
  /** The trace that the event was stored in, as W3C Trace Context writes it: only where somebody records that trace. */
  readonly traceparent?: string;
}
