def lint_package(content: bytes):
    return ()
