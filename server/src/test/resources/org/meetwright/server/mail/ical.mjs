// Prints what ical.js reads from a calendar object: its method, and its only event.
import fs from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], 'utf8')));
const events = calendar.getAllSubcomponents('vevent');
if (events.length !== 1) {
  throw new Error(events.length + ' events');
}
const event = new ICAL.Event(events[0], { strictExceptions: true });
console.log(
  JSON.stringify({
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
  }),
);
