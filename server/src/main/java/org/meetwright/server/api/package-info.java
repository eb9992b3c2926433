/// The JSON API, version 1.
@NullMarked
package org.meetwright.server.api;

import org.jspecify.annotations.NullMarked;
