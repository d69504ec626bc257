// Where the kernel begins the program. A program that is linked statically and may lie anywhere in memory first mends the
// pointers in its own data, and so touches every page of it: a page fault for each, which together take longer than all
// else that a start does. Here the pages are asked for in one call for each segment that can be written
// (MADV_POPULATE_WRITE of madvise(2), Linux 5.14), and in another the code that short commands call, which the linker has
// put together (config/link_order.txt; the whole of SQLite is in it, since Debian's library is in one piece). A kernel
// that does not know such a call refuses it, and the pages come one by one.

#include <cet.h>

        .set    SYS_madvise, 28
        .set    MADV_POPULATE_READ, 22
        .set    MADV_POPULATE_WRITE, 23
        .set    PT_LOAD, 1
        .set    PF_W, 2
        // of elf(5): e_phoff and e_phnum in the header; p_type, p_flags, p_vaddr, p_memsz in an entry, and its size
        .set    phoff, 32
        .set    phnum, 56
        .set    type, 0
        .set    flags, 4
        .set    vaddr, 16
        .set    memsz, 40
        .set    entry_size, 56
        .set    page, 4096

        .section .text.spoc_entry, "ax", @progbits
        .globl  spoc_entry
        .type   spoc_entry, @function
spoc_entry:
        .cfi_startproc
        .cfi_undefined rip
        _CET_ENDBR
        mov     %rdx, %r8                       // what _start is handed
        lea     __ehdr_start(%rip), %r9
        mov     phoff(%r9), %r10
        add     %r9, %r10
        movzwl  phnum(%r9), %r12d
1:      cmpl    $PT_LOAD, type(%r10)
        jne     2f
        testl   $PF_W, flags(%r10)
        jz      2f
        mov     vaddr(%r10), %rdi
        add     %r9, %rdi
        mov     memsz(%r10), %rsi
        add     %rdi, %rsi
        and     $-page, %rdi
        sub     %rdi, %rsi
        mov     $MADV_POPULATE_WRITE, %edx
        mov     $SYS_madvise, %eax
        syscall                                 // keeps all but rax, rcx and r11
2:      add     $entry_size, %r10
        dec     %r12d
        jnz     1b

        lea     spoc_entry(%rip), %rdi
        lea     spoc_hot_end(%rip), %rsi
        and     $-page, %rdi
        sub     %rdi, %rsi
        mov     $MADV_POPULATE_READ, %edx
        mov     $SYS_madvise, %eax
        syscall
        mov     %r8, %rdx
        jmp     _start
        .cfi_endproc
        .size   spoc_entry, . - spoc_entry

        // the last of what short commands call
        .section .text.spoc_hot_end, "ax", @progbits
        .globl  spoc_hot_end
        .type   spoc_hot_end, @function
spoc_hot_end:
        ud2
        .size   spoc_hot_end, . - spoc_hot_end

        .section .note.GNU-stack, "", @progbits
