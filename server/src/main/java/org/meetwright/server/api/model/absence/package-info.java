/// Absences in the API.
@NullMarked
package org.meetwright.server.api.model.absence;

import org.jspecify.annotations.NullMarked;
