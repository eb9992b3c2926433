/// The route that explains why a time is offered or not.
@NullMarked
package org.meetwright.server.api.explain;

import org.jspecify.annotations.NullMarked;
