/// Public holidays in the API.
@NullMarked
package org.meetwright.server.api.model.holiday;

import org.jspecify.annotations.NullMarked;
