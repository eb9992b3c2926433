/// Calendar services that say that something has changed: nothing that they say is believed, it
/// only has the account read sooner.
@NullMarked
package org.meetwright.core.calendar.push;

import org.jspecify.annotations.NullMarked;
