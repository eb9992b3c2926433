/// What does not work for a host.
@NullMarked
package org.meetwright.server.api.problem;

import org.jspecify.annotations.NullMarked;
