/// The explanation in the API why a time is offered or not.
@NullMarked
package org.meetwright.server.api.model.explain;

import org.jspecify.annotations.NullMarked;
