/// The calendar services that the program can speak to.
@NullMarked
package org.meetwright.server.calendar;

import org.jspecify.annotations.NullMarked;
