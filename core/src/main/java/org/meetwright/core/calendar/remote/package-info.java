/// What a calendar service can do, whoever runs it. A provider implements [RemoteProvider] and
/// [RemoteAccount]; it knows nothing of hosts, bookings or the database.
@NullMarked
package org.meetwright.core.calendar.remote;

import org.jspecify.annotations.NullMarked;
