/// Routes for absences.
@NullMarked
package org.meetwright.server.api.absence;

import org.jspecify.annotations.NullMarked;
