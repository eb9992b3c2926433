/// What the hosts of a team see of each other, in the API.
@NullMarked
package org.meetwright.server.api.model.colleague;

import org.jspecify.annotations.NullMarked;
