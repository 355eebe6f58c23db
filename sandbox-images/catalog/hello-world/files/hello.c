// The program of the image hello-world: says that Docker works, and how it came to say so. Without a C library, so that
// the image is a file of a few kilobytes.
static const char text[] =
    "\n"
    "Hello from Docker!\n"
    "This message shows that your engine works.\n"
    "\n"
    "Until it could appear, Docker has done four things:\n"
    " 1. The docker command asked the engine (dockerd) to run the image hello-world.\n"
    " 2. The engine looked for that image on this machine; had it not been there, it would have\n"
    "    pulled it from a registry.\n"
    " 3. The engine created a container from the image and started the program in it, which\n"
    "    wrote what you are reading.\n"
    " 4. The engine sent the output to the docker command, which printed it in your terminal.\n"
    "\n"
    "Next, try a container with a shell in it:\n"
    " $ docker run -it debian bash\n"
    "\n";

#if defined(__x86_64__)
static long call(long number, long a, long b, long c) {
    long result;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
    return result;
}
enum { WRITE = 1, EXIT = 60 };
#elif defined(__aarch64__)
static long call(long number, long a, long b, long c) {
    register long x8 __asm__("x8") = number;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2) : "memory");
    return x0;
}
enum { WRITE = 64, EXIT = 93 };
#else
#error "add write and exit of this processor"
#endif

void _start(void) {
    call(WRITE, 1, (long)text, sizeof text - 1);
    call(EXIT, 0, 0, 0);
    for (;;) {
    }
}
