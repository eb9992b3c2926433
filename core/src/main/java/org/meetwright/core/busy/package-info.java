/// Times at which hosts are busy, by their calendars or by hand.
@NullMarked
package org.meetwright.core.busy;

import org.jspecify.annotations.NullMarked;
