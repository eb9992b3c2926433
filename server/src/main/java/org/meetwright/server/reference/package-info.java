/// What the API looks like: its OpenAPI document, and the page made from it.
@NullMarked
package org.meetwright.server.reference;

import org.jspecify.annotations.NullMarked;
