/// What an admin sets up of calendar services.
@NullMarked
package org.meetwright.server.settings.calendar;

import org.jspecify.annotations.NullMarked;
