/// Calendar feeds in the API.
@NullMarked
package org.meetwright.server.api.model.feed;

import org.jspecify.annotations.NullMarked;
