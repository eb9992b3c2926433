/// Sessions, tokens, passwords and second factors in the API.
@NullMarked
package org.meetwright.server.api.model.access;

import org.jspecify.annotations.NullMarked;
