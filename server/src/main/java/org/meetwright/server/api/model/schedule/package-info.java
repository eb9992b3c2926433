/// Schedules in the API.
@NullMarked
package org.meetwright.server.api.model.schedule;

import org.jspecify.annotations.NullMarked;
