/// The route that tells why a time is offered or not.
@NullMarked
package org.meetwright.server.api.explain;

import org.jspecify.annotations.NullMarked;
