/// Writing the items of calendars, and the times that they take.
@NullMarked
package org.meetwright.core.calendar.sync.store;

import org.jspecify.annotations.NullMarked;
