/// Times at which hosts are busy, from calendars or entered by hand.
@NullMarked
package org.meetwright.core.busy;

import org.jspecify.annotations.NullMarked;
