package dev.slipway.api.rest;

import dev.slipway.api.ApiError;
import dev.slipway.shared.UserFacingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Answers API requests that match no other endpoint. Without this class, a client that requests a wrong path would
 * receive the not-found page of the user interface.
 */
@Hidden
@RestController
class UnknownEndpoints {
    private static final String ALL = "/api/**";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    /**
     * @param mappings provider of the mappings. Spring builds them from the controllers, and this class is one of them,
     *     so they do not exist yet when the constructor runs
     */
    UnknownEndpoints(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @RequestMapping(ALL)
    void unknown(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        var known = methodsOf(request.getRequestURI());
        if (!known.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), known);
        }
        throw new UserFacingException(ApiError.NO_SUCH_ENDPOINT, request.getMethod(), request.getRequestURI());
    }

    /** Returns the HTTP methods that the other endpoints support at this address. */
    private Set<String> methodsOf(String address) {
        var path = PathContainer.parsePath(address);
        var methods = new TreeSet<String>();
        mappings.getObject().getHandlerMethods().keySet().stream()
                .filter(mapping -> matches(mapping, path))
                .forEach(mapping -> mapping.getMethodsCondition().getMethods().forEach(m -> methods.add(m.name())));
        return methods;
    }

    private static boolean matches(RequestMappingInfo mapping, PathContainer path) {
        var condition = mapping.getPathPatternsCondition();
        return condition != null
                && condition.getPatterns().stream()
                        .anyMatch(pattern -> !pattern.getPatternString().equals(ALL) && pattern.matches(path));
    }
}
