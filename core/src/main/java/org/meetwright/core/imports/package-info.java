/// Bringing hosts, schedules, event types and bookings from other scheduling services. The formats
/// of the services are not known here.
@NullMarked
package org.meetwright.core.imports;

import org.jspecify.annotations.NullMarked;
