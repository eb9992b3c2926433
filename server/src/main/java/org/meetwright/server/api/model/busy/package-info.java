/// Busy times, as the API tells and reads them.
@NullMarked
package org.meetwright.server.api.model.busy;

import org.jspecify.annotations.NullMarked;
