/// What the names of time zones in calendars mean.
@NullMarked
package org.meetwright.core.calendar.item.zone;

import org.jspecify.annotations.NullMarked;
