/// What all calls of the JSON API share: reading requests, writing answers, problems, and
/// authentication.
@NullMarked
package org.meetwright.server.api.exchange;

import org.jspecify.annotations.NullMarked;
