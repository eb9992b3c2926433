/// Where calendar services call.
@NullMarked
package org.meetwright.server.calendar.push;

import org.jspecify.annotations.NullMarked;
