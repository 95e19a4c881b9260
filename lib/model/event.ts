import { choice, date, id, ids, inputOf, line, long, type ValuesOf } from "./fields";
import { eventKinds } from "./vocabularies";

export const eventFields = {
  kind: choice(eventKinds),
  title: line(300, { required: true }),
  start: date(),
  end: date(),
  placeIds: ids({ required: true }),
  /** The spot within the (first) place, such as "Republic Square". */
  spot: line(200),
  organiser: line(300),
  demands: long(2000),
  participantIds: ids(),
  note: long(4000),
};
export const eventInput = inputOf(eventFields);
export const eventEditInput = inputOf({ eventId: id(), ...eventFields });
export type EventValues = ValuesOf<typeof eventFields>;
