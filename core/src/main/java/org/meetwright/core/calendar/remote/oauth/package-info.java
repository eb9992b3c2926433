/// The part of the port to calendar services that is about consents (OAuth 2): like
/// [RemoteProvider] it knows nothing of hosts, bookings or the database.
@NullMarked
package org.meetwright.core.calendar.remote.oauth;

import org.jspecify.annotations.NullMarked;
import org.meetwright.core.calendar.remote.RemoteProvider;
