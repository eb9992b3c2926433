/// The part of the port to calendar services that is about being told of changes.
@NullMarked
package org.meetwright.core.calendar.remote.push;

import org.jspecify.annotations.NullMarked;
