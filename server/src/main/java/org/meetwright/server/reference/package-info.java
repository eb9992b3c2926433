/// The OpenAPI document, and the reference page made from it.
@NullMarked
package org.meetwright.server.reference;

import org.jspecify.annotations.NullMarked;
