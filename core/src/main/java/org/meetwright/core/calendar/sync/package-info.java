/// Reading connected calendars: what changed there becomes busy times here.
///
/// [CalendarSync] is the door. A [CalendarRound] reads one calendar; [SyncPlan] decides, without a
/// database, what of the answer is believed; [ItemStore] writes it; [SyncJob] repeats it.
@NullMarked
package org.meetwright.core.calendar.sync;

import org.jspecify.annotations.NullMarked;
