/// The screen of the calendar.
@NullMarked
package org.meetwright.desktop.calendar;

import org.jspecify.annotations.NullMarked;
