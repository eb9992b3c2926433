/// Routes for busy times.
@NullMarked
package org.meetwright.server.api.busy;

import org.jspecify.annotations.NullMarked;
