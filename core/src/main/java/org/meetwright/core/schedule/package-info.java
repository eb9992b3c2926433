/// When a host can be met: weekly hours and date overrides in one time zone.
@NullMarked
package org.meetwright.core.schedule;

import org.jspecify.annotations.NullMarked;
