/// Routes for schedules.
@NullMarked
package org.meetwright.server.api.schedule;

import org.jspecify.annotations.NullMarked;
