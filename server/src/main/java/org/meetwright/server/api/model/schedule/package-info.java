/// Schedules, as the API tells and reads them.
@NullMarked
package org.meetwright.server.api.model.schedule;

import org.jspecify.annotations.NullMarked;
