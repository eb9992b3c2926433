/// The calendars that hosts connect.
@NullMarked
package org.meetwright.core.calendar;

import org.jspecify.annotations.NullMarked;
