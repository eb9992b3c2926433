/// Meetings whose local time is another than people were told, since time-zone data changed.
@NullMarked
package org.meetwright.core.booking.localtime;

import org.jspecify.annotations.NullMarked;
