/// Busy times in the API.
@NullMarked
package org.meetwright.server.api.model.busy;

import org.jspecify.annotations.NullMarked;
