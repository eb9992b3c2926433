/// Teams and memberships in the API.
@NullMarked
package org.meetwright.server.api.model.team;

import org.jspecify.annotations.NullMarked;
