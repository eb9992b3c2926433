/// Single events and their parts.
@NullMarked
package org.meetwright.core.calendar.item.event;

import org.jspecify.annotations.NullMarked;
